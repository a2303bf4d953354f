"""The papers desk: one `Paper` in, the bytes of a Word, PDF, web, slide, workbook or press file out."""
