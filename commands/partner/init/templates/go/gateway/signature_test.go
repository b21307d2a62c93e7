// The verifier takes what the gateway signs and refuses what was changed (vectors.json).
package gateway

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"os"
	"testing"
	"time"
)

type vector struct {
	Name    string            `json:"name"`
	KeyID   string            `json:"keyId"`
	Method  string            `json:"method"`
	Target  string            `json:"target"`
	Headers map[string]string `json:"headers"`
	Body    string            `json:"body"`
}

type change struct {
	Method, Target, Body *string
	Headers              map[string]string
	Now                  *time.Time
	Times                *int
}

var given struct {
	Keys map[string]struct {
		Kty string `json:"kty"`
		X   string `json:"x"`
	} `json:"keys"`
	Vectors []vector `json:"vectors"`
	Refused []struct {
		Name   string
		Change change
	} `json:"refused"`
}

var signedAt = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
var keys = Keys{}

func TestMain(m *testing.M) {
	text, err := os.ReadFile("../vectors.json")
	if err == nil {
		err = json.Unmarshal(text, &given)
	}
	if err != nil {
		panic(err)
	}
	for id, key := range given.Keys {
		if point, err := base64.RawURLEncoding.DecodeString(key.X); err == nil && key.Kty == "OKP" {
			keys[id] = point
		}
	}
	os.Exit(m.Run())
}

func verifierAt(now, since time.Time) *Verifier {
	keyOf := func(id string) ed25519.PublicKey { return keys[id] }
	return newVerifier("heating", keyOf, func() time.Time { return now }, since)
}

func requestOf(vector vector) Request {
	return Request{vector.Method, vector.Target, vector.Headers, []byte(vector.Body)}
}

func TestTakesWhatIsSignedForPartners(t *testing.T) {
	if len(given.Vectors) == 0 || len(keys) == 0 {
		t.Fatal("There are no vectors.")
	}
	for _, vector := range given.Vectors {
		_, isForPartners := keys[vector.KeyID]
		if told := verifierAt(signedAt, signedAt).Verify(requestOf(vector)); (told != nil) != isForPartners {
			t.Errorf("%s: %v", vector.Name, told)
		}
	}
}

func changed(change change) vector {
	made := given.Vectors[0]
	for _, text := range []struct{ into, from *string }{
		{&made.Method, change.Method}, {&made.Target, change.Target}, {&made.Body, change.Body},
	} {
		if text.from != nil {
			*text.into = *text.from
		}
	}
	headers := map[string]string{}
	for _, each := range []map[string]string{made.Headers, change.Headers} {
		for name, value := range each {
			headers[name] = value
		}
	}
	made.Headers = headers
	return made
}

func TestRefusesWhatWasChanged(t *testing.T) {
	for _, refused := range given.Refused {
		now := signedAt
		if refused.Change.Now != nil {
			now = *refused.Change.Now
		}
		verifier := verifierAt(now, time.Unix(0, 0))
		request := requestOf(changed(refused.Change))
		for time := 1; refused.Change.Times != nil && time < *refused.Change.Times; time++ {
			if verifier.Verify(request) == nil {
				t.Errorf("%s: refused too early", refused.Name)
			}
		}
		if verifier.Verify(request) != nil {
			t.Errorf("%s: taken", refused.Name)
		}
	}
}

func TestRefusesWhatWasSignedBeforeTheProcessBegan(t *testing.T) {
	later := signedAt.Add(time.Second)
	if verifierAt(later, later).Verify(requestOf(given.Vectors[0])) != nil {
		t.Error("taken")
	}
}

func TestTellsWhatTheGatewayTells(t *testing.T) {
	told := verifierAt(signedAt, signedAt).Verify(requestOf(given.Vectors[0]))
	if told == nil || told.Viewer.Tiers[0] != "OWNER" || told.AsOf != "2026-12-01T00:00:00.000Z" {
		t.Errorf("%v", told)
	}
}

func TestKeysAreKeptAndFetchedAtMostOnceAMinuteForAnUnknownID(t *testing.T) {
	now, fetched := signedAt, 0
	finder := &KeyFinder{now: func() time.Time { return now }, load: func() (Keys, error) {
		fetched++
		return Keys{"known": keys["vectors-ed25519"]}, nil
	}}
	for _, step := range []struct {
		after   time.Duration
		id      string
		isFound bool
		fetched int
	}{
		{0, "known", true, 1},
		{0, "unknown", false, 1},
		{61 * time.Second, "unknown", false, 2},
		{0, "unknown", false, 2},
		{301 * time.Second, "known", true, 3},
	} {
		now = now.Add(step.after)
		if key := finder.Find(step.id); (key != nil) != step.isFound || fetched != step.fetched {
			t.Errorf("%v: %v, fetched %d times", step, key, fetched)
		}
	}
}
