// Language: see ARCHITECTURE.md.
