// Package gateway checks that requests come from the gateway: HTTP Message Signatures (RFC 9421, RFC 9530) in the one form in which it signs.
package gateway

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Request is a request as it came: path and query as in the request line, names of headers in small letters, bytes of the body before anything parses them.
type Request struct {
	Method, Target string
	Headers        map[string]string
	Body           []byte
}

// Viewer is what may be known of who asks: nothing, or audiences of closed fields and a name that only you hear.
type Viewer struct {
	Tiers     []string `json:"tiers"`
	Pseudonym string   `json:"pseudonym"`
}

// Told is what the gateway tells with a request; it is signed.
type Told struct {
	Viewer Viewer
	// Log under it; the gateway does too.
	RequestID string
	// Day and time for rules of the domain, ISO 8601.
	AsOf string
}

var fields = []string{
	"content-type",
	"content-digest",
	"govgraph-audience",
	"govgraph-viewer",
	"govgraph-request-id",
	"govgraph-as-of",
	"govgraph-policy",
	"govgraph-deadline",
	"govgraph-language",
}

var covered = `"@method" "@path" "@query" "` + strings.Join(fields, `" "`) + `"`

var input = regexp.MustCompile(
	`\Asig1=(\(([^)]*)\);created=([0-9]{10});expires=([0-9]{10});nonce="([A-Za-z0-9_-]{12,64})";keyid="([a-z0-9-]{1,64})";tag="govgraph")\z`)
var signatureText = regexp.MustCompile(`\Asig1=:([A-Za-z0-9+/]{86}==):\z`)

const (
	// Longest life of a signature, how far the gateway's clock may run ahead, and how long a nonce is kept.
	lifetime = 60 * time.Second
	skew     = 5 * time.Second
	nonceFor = 66 * time.Second
	// More nonces than this are not remembered, and then none is taken.
	mostNonces = 500_000
)

// KeyOf finds the public key of an id; nil where there is none.
type KeyOf func(keyID string) ed25519.PublicKey

// Verifier verifies requests for one subgraph.
type Verifier struct {
	audience    string
	keyOf       KeyOf
	now         func() time.Time
	firstSecond int64
	mutex       sync.Mutex
	seen        map[string]time.Time
	order       []string
}

// NewVerifier makes one for the subgraph of the name, from now on: a process before this one may have taken what was signed before.
func NewVerifier(audience string, keyOf KeyOf) *Verifier {
	return newVerifier(audience, keyOf, time.Now, time.Now())
}

func newVerifier(audience string, keyOf KeyOf, now func() time.Time, since time.Time) *Verifier {
	return &Verifier{audience: audience, keyOf: keyOf, now: now, firstSecond: since.Unix(), seen: map[string]time.Time{}}
}

// Verify gives what the gateway tells, or nil where the answer is 401.
func (verifier *Verifier) Verify(request Request) *Told {
	given := input.FindStringSubmatch(request.Headers["signature-input"])
	signature := signatureText.FindStringSubmatch(request.Headers["signature"])
	if given == nil || signature == nil || given[2] != covered || !verifier.isInTime(given[3], given[4]) {
		return nil
	}
	for _, name := range fields {
		if _, isThere := request.Headers[name]; !isThere {
			return nil
		}
	}
	if request.Headers["govgraph-audience"] != verifier.audience || request.Headers["content-digest"] != digestOf(request.Body) {
		return nil
	}
	key := verifier.keyOf(given[6])
	signed, err := base64.StdEncoding.DecodeString(signature[1])
	if len(key) != ed25519.PublicKeySize || err != nil || !ed25519.Verify(key, []byte(baseOf(request, given[1])), signed) {
		return nil
	}
	// The wait for a key may have outlived the signature.
	if !verifier.isInTime(given[3], given[4]) || !verifier.isNew(given[5]) {
		return nil
	}
	told := &Told{RequestID: request.Headers["govgraph-request-id"], AsOf: request.Headers["govgraph-as-of"]}
	viewer, err := base64.RawURLEncoding.DecodeString(request.Headers["govgraph-viewer"])
	if err != nil || json.Unmarshal(viewer, &told.Viewer) != nil {
		return nil
	}
	return told
}

func (verifier *Verifier) isInTime(createdText, expiresText string) bool {
	created, _ := strconv.ParseInt(createdText, 10, 64)
	expires, _ := strconv.ParseInt(expiresText, 10, 64)
	now := verifier.now()
	return created >= verifier.firstSecond &&
		!time.Unix(created, 0).After(now.Add(skew)) &&
		!now.After(time.Unix(expires, 0)) &&
		expires-created <= int64(lifetime/time.Second)
}

func (verifier *Verifier) isNew(nonce string) bool {
	verifier.mutex.Lock()
	defer verifier.mutex.Unlock()
	now := verifier.now()
	for len(verifier.order) > 0 && now.Sub(verifier.seen[verifier.order[0]]) > nonceFor {
		delete(verifier.seen, verifier.order[0])
		verifier.order = verifier.order[1:]
	}
	if _, isSeen := verifier.seen[nonce]; isSeen || len(verifier.order) >= mostNonces {
		return false
	}
	verifier.seen[nonce] = now
	verifier.order = append(verifier.order, nonce)
	return true
}

func digestOf(body []byte) string {
	sum := sha256.Sum256(body)
	return "sha-256=:" + base64.StdEncoding.EncodeToString(sum[:]) + ":"
}

func baseOf(request Request, params string) string {
	path, query, _ := strings.Cut(request.Target, "?")
	lines := []string{`"@method": ` + request.Method, `"@path": ` + path, `"@query": ?` + query}
	for _, name := range fields {
		lines = append(lines, `"`+name+`": `+request.Headers[name])
	}
	return strings.Join(append(lines, `"@signature-params": `+params), "\n")
}
