"""The core's own formats: text, Markdown, JSON, YAML. They need nothing beyond the core's dependencies."""
