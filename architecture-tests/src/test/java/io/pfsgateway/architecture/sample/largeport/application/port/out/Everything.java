package io.pfsgateway.architecture.sample.largeport.application.port.out;

/** A port of too many roles. */
public interface Everything {
    void one();

    void two();

    void three();

    void four();

    void five();

    void six();

    void seven();
}
