#!/bin/sh
# Run once by the image of PostgreSQL, when its volume is new: Keycloak's own database and role.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$KEYCLOAK_DATABASE_PASSWORD" -U postgres -d postgres <<'SQL'
create role keycloak login password :'password';
create database keycloak owner keycloak;
SQL
