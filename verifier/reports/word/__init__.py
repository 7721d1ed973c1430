"""The author's own Word file, opened to be written comments and changes into: its texts, its marks, its tracked changes."""
