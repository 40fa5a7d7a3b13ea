"""Web pages for helaplan. The entry point names `helaplan_web.plugin`."""
