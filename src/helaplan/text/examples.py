EXAMPLES: dict[str, tuple[str, str]] = {}
