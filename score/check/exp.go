package check

func exp() []*Check { return nil }
