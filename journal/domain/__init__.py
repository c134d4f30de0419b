"""What a journal consists of: records, guidance and the rules between them."""
