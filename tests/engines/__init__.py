"""How engines are opened and written to, and what they do differently."""
