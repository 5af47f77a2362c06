"""The comparison as one HTML file that works offline: its parts as records, and the template that shows them."""
