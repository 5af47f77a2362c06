"""Many documents: what belongs to what, a resumable run over all pairs, tables, questions to them, and a gate."""
