// Package graph answers: resolvers by hand, the rest generated of schema.graphql.
package graph

import (
	"context"

	"{{name}}/dwellings"
)

// Resolver answers the roots of the schema and finds entities.
type Resolver struct{}

// Query answers the root.
func (resolver *Resolver) Query() QueryResolver { return resolver }

// Entity finds entities by their keys.
func (resolver *Resolver) Entity() EntityResolver { return resolver }

// Dwelling answers Query.dwelling.
func (resolver *Resolver) Dwelling(_ context.Context, id string) (*Dwelling, error) {
	return shown(dwellings.Find(id)), nil
}

// Dwellings answers Query.dwellings.
func (resolver *Resolver) Dwellings(_ context.Context, first *int) ([]*Dwelling, error) {
	count := 20
	if first != nil {
		count = *first
	}
	found := []*Dwelling{}
	for _, kept := range dwellings.List(count) {
		found = append(found, shown(&kept))
	}
	return found, nil
}

// FindDwellingByID finds the entity.
func (resolver *Resolver) FindDwellingByID(_ context.Context, id string) (*Dwelling, error) {
	return shown(dwellings.Find(id)), nil
}

func shown(kept *dwellings.Dwelling) *Dwelling {
	if kept == nil {
		return nil
	}
	// Another service knows the name of the keeper: the id is all that it takes.
	keeper := &Organization{ID: "CN-USCC-" + kept.KeeperUscc}
	return &Dwelling{ID: kept.ID, Area: &kept.Area, Keeper: keeper, KeeperUscc: &kept.KeeperUscc, TenantName: &kept.TenantName}
}
