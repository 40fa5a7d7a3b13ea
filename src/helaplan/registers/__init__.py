"""What is known of Sweden and of words: codes, names, synonyms, personal data."""
