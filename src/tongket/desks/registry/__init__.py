"""The register: areas and reporters, each from a day to a day."""
