"""Records to text: one module per format; each returns a string and never prints."""
