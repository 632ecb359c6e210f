"""YAML files to an immutable Bank, with every problem located."""
