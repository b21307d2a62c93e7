package gateway

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"sync"
	"time"
)

const (
	fresh = 5 * time.Minute
	// A list that can not be fetched again is good for so long.
	longest = time.Hour
	retry   = time.Minute
	// Before there is any list.
	firstRetry = time.Second
)

// Keys are public keys by id.
type Keys map[string]ed25519.PublicKey

// KeyFinder finds public keys of the gateway: kept for five minutes, and fetched again, at most once a minute, when one is missing.
type KeyFinder struct {
	load              func() (Keys, error)
	now               func() time.Time
	mutex             sync.Mutex
	keys              Keys
	loadedAt, triedAt time.Time
}

// NewKeyFinder makes one for the gateway at an address.
func NewKeyFinder(gateway string) *KeyFinder {
	return &KeyFinder{load: func() (Keys, error) { return fetchKeys(gateway) }, now: time.Now}
}

// Find gives the key of an id; nil where there is none. Of many requests at once one fetches.
func (finder *KeyFinder) Find(keyID string) ed25519.PublicKey {
	finder.mutex.Lock()
	defer finder.mutex.Unlock()
	now := finder.now()
	pause := retry
	if finder.keys == nil {
		pause = firstRetry
	}
	if _, isKnown := finder.keys[keyID]; (!isKnown || now.Sub(finder.loadedAt) > fresh) && now.Sub(finder.triedAt) > pause {
		finder.triedAt = now
		if keys, err := finder.load(); err != nil {
			log.Printf("The gateway's keys can not be fetched: %v", err)
		} else {
			finder.keys, finder.loadedAt = keys, finder.now()
		}
	}
	if finder.now().Sub(finder.loadedAt) > longest {
		return nil
	}
	return finder.keys[keyID]
}

// jwk is a JSON Web Key (RFC 7517, RFC 8037).
type jwk struct {
	Kid string `json:"kid"`
	Crv string `json:"crv"`
	X   string `json:"x"`
}

var client = http.Client{
	Timeout:       3 * time.Second,
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

func fetchKeys(gateway string) (Keys, error) {
	address, err := url.JoinPath(gateway, "/.well-known/http-message-signatures-directory")
	if err != nil {
		return nil, err
	}
	reply, err := client.Get(address)
	if err != nil {
		return nil, err
	}
	defer reply.Body.Close()
	if reply.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s answers %d", address, reply.StatusCode)
	}
	var list struct {
		Keys []jwk `json:"keys"`
	}
	if err := json.NewDecoder(http.MaxBytesReader(nil, reply.Body, 1<<20)).Decode(&list); err != nil {
		return nil, err
	}
	keys := Keys{}
	for _, key := range list.Keys {
		if point, err := base64.RawURLEncoding.DecodeString(key.X); err == nil && key.Crv == "Ed25519" && len(point) == ed25519.PublicKeySize {
			keys[key.Kid] = point
		}
	}
	return keys, nil
}
