"""PDF for helaplan. The entry point names `helaplan_pdf.plugin`."""
