package check

func tot() []*Check { return nil }
