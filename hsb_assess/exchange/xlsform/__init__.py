"""XLSForm: questionnaires in spreadsheets, read through pyxform where it is installed (``pip install hsb-assess[xlsform]``)."""
