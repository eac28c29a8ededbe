"""The gate: no route without a permission, no unit of work without a granted request."""
