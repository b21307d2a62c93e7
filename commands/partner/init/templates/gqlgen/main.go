// The service: gqlgen behind a check of the gateway's signature, and a health check.
package main

//go:generate go tool gqlgen generate

import (
	"cmp"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/transport"

	"{{name}}/gateway"
	"{{name}}/graph"
)

func main() {
	address := os.Getenv("GATEWAY_URL")
	if address == "" {
		log.Fatal("GATEWAY_URL is not set.")
	}
	graphql := handler.New(graph.NewExecutableSchema(graph.Config{Resolvers: &graph.Resolver{}}))
	graphql.AddTransport(transport.POST{})
	// Without it `_service` is not answered; whoever is not the gateway gets to neither.
	graphql.Use(extension.Introspection{})
	verifier := gateway.NewVerifier("{{name}}", gateway.NewKeyFinder(address).Find)
	routes := http.NewServeMux()
	routes.Handle("/graphql", gateway.SignedOnly(verifier, graphql))
	routes.HandleFunc("GET /healthz", func(writer http.ResponseWriter, _ *http.Request) {
		writer.Header().Set("content-type", "application/json")
		_, _ = writer.Write([]byte(`{"status":"ok"}`))
	})
	listen := net.JoinHostPort(cmp.Or(os.Getenv("HOST"), "127.0.0.1"), cmp.Or(os.Getenv("PORT"), "4100"))
	log.Printf("{{name}} answers at http://%s/graphql", listen)
	server := http.Server{Addr: listen, Handler: routes, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second}
	log.Fatal(server.ListenAndServe())
}
