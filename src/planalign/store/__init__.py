"""What planalign keeps in files of its own beside the documents."""
