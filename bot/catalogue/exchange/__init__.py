"""Exchange: entries as files that people mail, edit in a spreadsheet and give to each other; and back.

Out go workbooks and CSV (a row an entry), YAML as ``content/`` has it, and a whole pack as one zip. What comes in is
never believed: whatever is wrong with it becomes a fault with its place, and nothing is raised.
"""
