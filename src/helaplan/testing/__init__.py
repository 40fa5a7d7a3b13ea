"""The kit for plugin authors. Nothing of the package itself imports it."""
