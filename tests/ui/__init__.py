"""The shared look: fields, formats, components and layouts, shown on the pages of a small application of their own."""
