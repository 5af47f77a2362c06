"""Chinese text: width, numerals, words, level words, synonyms."""
