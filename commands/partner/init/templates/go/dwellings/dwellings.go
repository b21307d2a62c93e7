// Package dwellings keeps the dwellings: put your database here.
package dwellings

// Dwelling is a dwelling as it is kept.
type Dwelling struct {
	ID         string
	Area       float64
	KeeperUscc string
	TenantName string
}

var kept = []Dwelling{
	{ID: "1", Area: 62.5, KeeperUscc: "11990101MB9000015E", TenantName: "张三"},
	{ID: "2", Area: 48, KeeperUscc: "11990101MB0001310F", TenantName: "李四"},
}

// Find gives the dwelling of an id; nil where there is none.
func Find(id string) *Dwelling {
	for index := range kept {
		if kept[index].ID == id {
			return &kept[index]
		}
	}
	return nil
}

// List gives the first dwellings.
func List(first int) []Dwelling {
	return kept[:min(max(first, 0), 100, len(kept))]
}
