"""``make demo``: a sample journal, the real window driven through its main job, pictures and the PDF."""
