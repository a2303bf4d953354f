"""Filing: workbooks in, each checked, each number kept with the cell it stood in."""
