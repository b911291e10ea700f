package check

func ind() []*Check { return nil }
