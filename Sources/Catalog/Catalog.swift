// Catalog: see ARCHITECTURE.md.
