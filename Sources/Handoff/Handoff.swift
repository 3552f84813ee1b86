// Handoff: see ARCHITECTURE.md.
