"""Files that hang, crash, bloat or mislead careless readers, made from nothing or from our own documents."""
