package check

func wgt() []*Check { return nil }
