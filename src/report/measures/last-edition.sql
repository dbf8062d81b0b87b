-- The edition before, as it was written; none before the first.
SELECT content FROM edition_kept ORDER BY edition DESC LIMIT 1;
