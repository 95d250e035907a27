"""Who a quotation is attributed to by the words of its sentence."""
