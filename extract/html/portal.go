package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Shares by which a portal's own text is told from the report in it.
const (
	portalLinks  = 5   // links to elsewhere from which on a page is part of a portal
	linkShare    = 0.6 // of a block's characters that are links, for a list of links
	mainShare    = 0.8 // of the page's running text that the densest block holds
	leastContent = 0.2 // of the page's running text that a container by name holds
	longestNote  = 400 // characters of a block that only its name makes boilerplate
	longestCrumb = 80  // characters of a breadcrumb
)

// containers are the names, without their hyphens, under which portals' systems keep an article.
var containers = []string{
	"trseditor", "trsueditor", "trspaperdefault", "zoom", "zoomcon", "fontzoom", "ucapcontent", "articlecontent", "articlecon",
	"articlebody", "artcon", "pagescontent", "newscontent", "vsbcontent", "vnewscontent", "wparticlecontent", "xxgkcontent",
	"detailcontent", "trseditorview", "btcontent", "infocontent", "zfxxgkzwcontent", "textcontent", "xlcontent", "ivscontent",
	"tddoccontent",
}

// boilerplate are words in the names of blocks that stand around an article on every page.
var boilerplate = []string{
	"nav", "navbar", "navigation", "menu", "footer", "foot", "bottom", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "dqwz",
	"sidebar", "copyright", "share", "toolbar", "location", "banner", "search", "topbar", "pagination",
}

// contentOf finds the part of a page that is the report, and its headline where that stands outside of
// it. A page that is no part of a portal is all report. No table of data is ever left out.
func contentOf(root *html.Node) (title string, content *html.Node) {
	body := first(root, atom.Body)
	if body == nil {
		return "", root
	}
	if awayIn(body) < portalLinks {
		return "", body
	}
	p := weights{}
	p.weigh(body)
	p.prune(body)
	p.weigh(body)
	if content = p.container(body); content == nil {
		content = p.densest(body)
	}
	if content == body {
		return "", body
	}
	return headline(root, content), content
}

// awayIn counts the links to elsewhere below a node.
func awayIn(n *html.Node) (away int) {
	if n.Type != html.ElementNode || unseen(n) {
		return 0
	}
	if n.DataAtom == atom.A && leadsAway(n) {
		away++
	}
	for c := range n.ChildNodes() {
		away += awayIn(c)
	}
	return away
}

// weight is what a node holds, all below it included.
type weight struct {
	text   int // characters outside of links
	links  int // characters in links
	away   int // links to elsewhere
	tables int // tables of data
	grids  int // tables of any kind
}

// weights are those of elements; one that is not seen weighs nothing.
type weights map[*html.Node]weight

// weigh adds up what the nodes hold, from the leaves upwards.
func (w weights) weigh(root *html.Node) {
	clear(w)
	w.add(root, false)
}

func (w weights) add(n *html.Node, link bool) (sum weight) {
	switch {
	case n.Type == html.TextNode && link:
		return weight{links: inked(n.Data)}
	case n.Type == html.TextNode:
		return weight{text: inked(n.Data)}
	case n.Type != html.ElementNode || unseen(n):
		return weight{}
	case n.DataAtom == atom.A && has(n, "href"):
		link = true
		if leadsAway(n) {
			sum.away = 1
		}
	}
	for c := range n.ChildNodes() {
		below := w.add(c, link)
		sum.text += below.text
		sum.links += below.links
		sum.away += below.away
		sum.tables += below.tables
		sum.grids += below.grids
	}
	if n.DataAtom == atom.Table {
		sum.grids++
		if w.data(n) {
			sum.tables++
		}
	}
	w[n] = sum
	return sum
}

// leadsAway reports whether a link leaves its page.
func leadsAway(a *html.Node) bool {
	href := strings.TrimSpace(attr(a, "href"))
	return href != "" && href[0] != '#'
}

// data reports whether a table, apart from those in it, has two rows with two cells of running text.
func (w weights) data(table *html.Node) bool {
	rows := 0
	for _, group := range rowGroups(table) {
		for _, tr := range group {
			cells := 0
			for td := range tr.ChildNodes() {
				if is := w[td]; is.text > is.links && is.grids == 0 {
					cells++
				}
			}
			if cells >= 2 {
				rows++
			}
		}
	}
	return rows >= 2
}

// prune takes out what stands around the article: navigation, breadcrumbs, footers, lists of links.
func (w weights) prune(n *html.Node) {
	var next *html.Node
	for c := n.FirstChild; c != nil; c = next {
		next = c.NextSibling
		switch {
		case c.Type != html.ElementNode:
		case w.around(c):
			n.RemoveChild(c)
		default:
			w.prune(c)
		}
	}
}

func (w weights) around(n *html.Node) bool {
	is := w[n]
	if is.tables > 0 || !block(n) && n.DataAtom != atom.Span {
		return false
	}
	listed := float64(is.links) >= linkShare*float64(is.text+is.links)
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer:
		return true
	case atom.Td, atom.Th, atom.Tr:
		return false
	}
	return is.away >= portalLinks && listed || named(n, boilerplate) && (listed || is.text+is.links <= longestNote) || w.crumb(n)
}

// crumb reports whether the element tells where in the portal the page stands.
func (w weights) crumb(n *html.Node) bool {
	if is := w[n]; is.away == 0 || is.text+is.links > longestCrumb {
		return false
	}
	text := strings.TrimLeftFunc(textOf(n, true), unicode.IsSpace)
	for _, start := range []string{"当前位置", "您现在的位置", "您当前的位置", "您所在的位置", "你的位置", "首页"} {
		if strings.HasPrefix(text, start) {
			return true
		}
	}
	return false
}

var unhyphened = strings.NewReplacer("-", "", "_", "")

// named reports whether one of the names stands in the element's class or id.
func named(n *html.Node, names []string) bool {
	for _, name := range strings.Fields(attr(n, "class") + " " + attr(n, "id")) {
		name = strings.ToLower(name)
		if slices.Contains(names, unhyphened.Replace(name)) {
			return true
		}
		for _, word := range strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' }) {
			if len(word) > 3 && slices.Contains(names, word) || word == name && slices.Contains(names, word) {
				return true
			}
		}
	}
	return false
}

// container is the block that the portal's system names as the article, widened until it holds all
// tables of data and every other such block of some length; nil if there is none worth the name.
func (w weights) container(body *html.Node) *html.Node {
	var best *html.Node
	var all []*html.Node
	for n := range body.Descendants() {
		if n.Type == html.ElementNode && block(n) && named(n, containers) {
			all = append(all, n)
			if best == nil || w[n].text > w[best].text {
				best = n
			}
		}
	}
	if best == nil || w[best].tables == 0 && float64(w[best].text) < leastContent*float64(w[body].text) {
		return nil
	}
	long := leastContent * float64(w[best].text)
	for _, n := range all {
		for float64(w[n].text) >= long && !within(n, best) {
			best = best.Parent
		}
	}
	for w[best].tables < w[body].tables {
		best = best.Parent
	}
	return best
}

func within(n, outer *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == outer {
			return true
		}
	}
	return false
}

// densest goes down from the body as long as one block holds nearly all running text and every table of
// data, and what stands around it is mostly links.
func (w weights) densest(n *html.Node) *html.Node {
	all := w[n]
	for c := range n.ChildNodes() {
		is := w[c]
		if c.Type != html.ElementNode || !opened(c) || is.tables < all.tables || float64(is.text) < mainShare*float64(all.text) {
			continue
		}
		text, links := all.text-is.text, all.links-is.links
		if n.DataAtom == atom.Table && w.data(n) || links < text {
			return n
		}
		return w.densest(c)
	}
	return n
}

// opened reports whether an element may hold a whole article.
func opened(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Article, atom.Main, atom.Form, atom.Center, atom.Table, atom.Tbody, atom.Tr, atom.Td:
		return true
	}
	return false
}

// headline is the title of an article whose container does not hold it: as the portal declares it, as
// the page shows it, or as its window is called.
func headline(root, content *html.Node) string {
	title := ""
	for n := range root.Descendants() {
		switch {
		case n.DataAtom == atom.Meta && strings.EqualFold(attr(n, "name"), "ArticleTitle"):
			title = attr(n, "content")
		case title == "" && n.DataAtom == atom.H1:
			title = textOf(n, true)
		}
	}
	if t := first(root, atom.Title); strings.TrimSpace(title) == "" && t != nil && t.FirstChild != nil {
		title, _, _ = strings.Cut(strings.ReplaceAll(t.FirstChild.Data, "_", "-"), "-")
	}
	title = inkOf(title)
	if title == "" || strings.Contains(inkOf(textOf(content, true)), title) {
		return ""
	}
	return title
}

// first is the first element of the kind below the node, or nil.
func first(n *html.Node, kind atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.DataAtom == kind {
			return d
		}
	}
	return nil
}
