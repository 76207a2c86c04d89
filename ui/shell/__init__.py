"""The frame around the pages: window, navigation, status line, menus, lock and veil."""
