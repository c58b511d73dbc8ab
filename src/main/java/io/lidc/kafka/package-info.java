/**
 * Scale-out by a topic: one process publishes references to objects, any number of processes store what they refer to. What is said to Kafka
 * itself goes through Camel's component; here are the two ends of a chunk, and what watches the topic.
 */
package io.lidc.kafka;
