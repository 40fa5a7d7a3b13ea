TEXTS = {"without-words": ""}
