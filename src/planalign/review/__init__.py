"""The local web page on which a person accepts, rejects and corrects what was found."""
