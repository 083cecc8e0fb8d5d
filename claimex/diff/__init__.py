"""Two files of claimex's output in; which claims came, went or changed between them out."""
