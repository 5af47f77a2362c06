"""The records that flow through planalign: blocks, plans, alignments, findings."""
