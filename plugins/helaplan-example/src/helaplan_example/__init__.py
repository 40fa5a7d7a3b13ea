"""An example plugin for helaplan. The entry point names `helaplan_example.plugin`."""
