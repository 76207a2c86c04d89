"""Forms that come from elsewhere: what every foreign format is read into, and how that becomes a definition."""
