# The goals of the build, each the same command that the documents give.

JAR := bootstrap/target/pfs-s3-gateway.jar
DATA ?= ./pfs-data
MVN ?= mvn
BENCHMARKS ?= -f 1 -wi 3 -w 2 -i 5 -r 2
SCALE ?= ./scale-data

.DEFAULT_GOAL := help
.PHONY: help build run test samples heavy-clients benchmarks scale format check clean

help: ## list these goals
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build the runnable jar without running the tests
	$(MVN) -q -DskipTests package

run: build ## build, and serve S3 on 127.0.0.1:30600 with the data in DATA (./pfs-data)
	java -jar $(JAR) --data $(DATA)

test: ## build everything and run every test
	$(MVN) verify

samples: ## build and test the samples on the modules as they are here, without installing them
	$(MVN) -f samples/pom.xml -pl :folder-file-system -am -DskipTests verify

heavy-clients: build ## drive the jar with Hadoop's S3A and with Spark, whose libraries are some 700 MB
	$(MVN) -f acceptance/hadoop/pom.xml test
	$(MVN) -f acceptance/spark/pom.xml test

benchmarks: build ## run the JMH benchmarks; BENCHMARKS narrows them down: BENCHMARKS='Listing -f 1 -i 5'
	java -cp benchmarks/target/classes:$$(cat benchmarks/target/class-path) org.openjdk.jmh.Main $(BENCHMARKS)

scale: build ## fill SCALE (./scale-data) with a million keys, and compare it with a thousand
	java -cp benchmarks/target/classes:$$(cat benchmarks/target/class-path) io.pfsgateway.benchmarks.scale.ScaleRun $(SCALE)

format: ## format the sources as the build demands it
	$(MVN) -q spotless:apply
	$(MVN) -q -f samples/pom.xml -pl :folder-file-system spotless:apply
	$(MVN) -q -f acceptance/hadoop/pom.xml spotless:apply
	$(MVN) -q -f acceptance/spark/pom.xml spotless:apply

check: ## read back the data in DATA (./pfs-data) of a gateway that is stopped, and name what is wrong
	java -jar $(JAR) check --data $(DATA)

clean: ## remove what was built
	$(MVN) -q clean
	$(MVN) -q -f samples/pom.xml -pl :folder-file-system clean
