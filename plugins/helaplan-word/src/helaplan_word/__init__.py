"""Word documents for helaplan. The entry point names `helaplan_word.plugin`."""
