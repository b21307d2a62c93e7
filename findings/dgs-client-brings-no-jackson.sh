#!/usr/bin/env bash
# graphql-dgs-client 12.0.1 as the one dependency of a Java 17 program that asks a query.
#
# Guess: what the client needs to read JSON comes with it, as its published pom says, or a missing part is named by the compiler.
# Seen:  it compiles and resolves; the constructor ends in NoClassDefFoundError for Jackson's ObjectMapper, and after each module that is added in that for the next: databind,
#        the Kotlin module, jsr310, parameter-names, jdk8. The query is answered with the last four declared; the first comes with them.
# So:    a program in Java, without Spring Boot or Kotlin, declares these four Jackson modules in one version, and a build that only compiles shows nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p src/main/java
cat >src/main/java/Main.java <<'JAVA'
import com.netflix.graphql.dgs.client.CustomGraphQLClient;
import com.netflix.graphql.dgs.client.HttpResponse;

public final class Main {
  public static void main(String[] args) {
    var client = new CustomGraphQLClient("http://graph.example/", (url, headers, body) -> new HttpResponse(200, "{\"data\":{\"matter\":{\"name\":\"licence\"}}}"));
    System.out.println("name: " + client.executeQuery("{ matter { name } }").extractValue("matter.name"));
  }
}
JAVA
dependency() { echo "<dependency><groupId>$1</groupId><artifactId>$2</artifactId><version>$3</version></dependency>"; }
# Builds with further dependencies, and runs.
try() {
  cat >pom.xml <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <properties><maven.compiler.release>17</maven.compiler.release><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
  <dependencies>$(dependency com.netflix.graphql.dgs graphql-dgs-client 12.0.1)$*</dependencies>
  <build><plugins>
    <plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
    <plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-dependency-plugin</artifactId><version>3.9.0</version>
      <executions><execution><phase>package</phase><goals><goal>copy-dependencies</goal></goals>
        <configuration><includeScope>runtime</includeScope><outputDirectory>\${project.build.directory}/lib</outputDirectory></configuration></execution></executions></plugin>
  </plugins></build>
</project>
XML
  rm -rf target
  mvn -q -B package >built.txt 2>&1
  java -cp "target/classes:target/lib/*" Main >told.txt 2>&1 || true
}
databind=$(dependency com.fasterxml.jackson.core jackson-databind 2.18.3)
kotlin=$(dependency com.fasterxml.jackson.module jackson-module-kotlin 2.18.3)
time=$(dependency com.fasterxml.jackson.datatype jackson-datatype-jsr310 2.18.3)
names=$(dependency com.fasterxml.jackson.module jackson-module-parameter-names 2.18.3)
jdk8=$(dependency com.fasterxml.jackson.datatype jackson-datatype-jdk8 2.18.3)
try ""
grep -q 'NoClassDefFoundError: com/fasterxml/jackson/databind/ObjectMapper' told.txt
try "$databind"
grep -q 'NoClassDefFoundError: com/fasterxml/jackson/module/kotlin/' told.txt
try "$kotlin$time"
grep -q 'NoClassDefFoundError: com/fasterxml/jackson/module/paramnames/' told.txt
try "$kotlin$time$names$jdk8"
grep -q '^name: licence$' told.txt
echo "the client compiles alone and answers with four Jackson modules beside it"
