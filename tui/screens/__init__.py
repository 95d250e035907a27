"""What is seen: the reading screen, its dialogs and its help."""
