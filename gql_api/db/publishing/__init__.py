"""What surrounds a click: the yes, the fence, the drafts, the later looks and the receipts."""
