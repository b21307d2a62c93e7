package gateway

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
)

// Largest body that is read, in bytes.
const mostBytes = 1 << 20

type toldKey struct{}

// ToldOf gives what the gateway told with the request that is answered.
func ToldOf(ctx context.Context) *Told {
	told, _ := ctx.Value(toldKey{}).(*Told)
	return told
}

// SignedOnly answers 401 before anything parses the body, unless the gateway signed it.
func SignedOnly(verifier *Verifier, next http.Handler) http.Handler {
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(writer, request.Body, mostBytes))
		if err != nil {
			refuse(writer, http.StatusRequestEntityTooLarge, "The body is too long.")
			return
		}
		told := verifier.Verify(Request{request.Method, request.RequestURI, headersOf(request), body})
		if told == nil {
			refuse(writer, http.StatusUnauthorized, "The request is not signed by the gateway.")
			return
		}
		signed := request.WithContext(context.WithValue(request.Context(), toldKey{}, told))
		signed.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(writer, signed)
	})
}

// headersOf gives headers by names in small letters; one that came twice has both values, which no signature covers.
func headersOf(request *http.Request) map[string]string {
	headers := map[string]string{}
	for name, values := range request.Header {
		headers[strings.ToLower(name)] = strings.Join(values, ", ")
	}
	return headers
}

func refuse(writer http.ResponseWriter, status int, sentence string) {
	writer.Header().Set("content-type", "application/json")
	writer.WriteHeader(status)
	_, _ = io.WriteString(writer, `{"errors":[{"message":"`+sentence+`"}]}`)
}
