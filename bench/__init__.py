"""The ratios of what vpdesk does against its peers, measured in one run: `make bench`."""
